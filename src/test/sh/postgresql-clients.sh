#!/usr/bin/env bash
# Debian: unpacks PostgreSQL's client programs of a version that the system's own release may not have, with the libraries
# they were built for, into a folder. Installs nothing and needs no privileges. $1 the version, $2 the folder.
set -euo pipefail
version="$1"
mkdir -p "$2"
cd "$2"
mkdir -p lists/partial cache/archives/partial root bin
: > status
cat > apt.conf <<CONF
Dir::Etc::SourceList "$PWD/sources.list";
Dir::Etc::SourceParts "/dev/null";
Dir::State::Lists "$PWD/lists";
Dir::State::status "$PWD/status";
Dir::Cache "$PWD/cache";
APT::Install-Recommends "false";
Acquire::Languages "none";
Debug::NoLocking "true";
CONF
export APT_CONFIG="$PWD/apt.conf"
for release in forky sid; do
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian $release main" > sources.list
  apt-get update -q
  if apt-get install -y -q --download-only "postgresql-client-$version"; then
    break
  fi
done
for package in cache/archives/*.deb; do
  dpkg -x "$package" root
done
rm -r lists cache
loader=$(find "$PWD/root/usr" -name 'ld-linux-*.so.*' | head -n 1)
libraries=$(dirname "$(find "$PWD/root/usr/lib" -name 'libpq.so.5' | head -n 1)")
for program in pg_dump pg_restore psql; do
  # as written whole: another run may be looking for it
  printf '#!/bin/sh\nexec %s --library-path %s %s "$@"\n' \
    "$loader" "$libraries" "$PWD/root/usr/lib/postgresql/$version/bin/$program" > "bin/.$program"
  chmod +x "bin/.$program"
  mv "bin/.$program" "bin/$program"
done
