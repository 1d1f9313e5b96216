#!/usr/bin/env bash
# What compose.yaml starts, for those who have no Docker: PostgreSQL and Keycloak from their Maven artifacts, two nodes
# behind a proxy that ends TLS, a mail server that sends nothing on. Everything is new each time, and ends with Ctrl-C.
# The tests use the same parts.
set -euo pipefail
cd "$(dirname "$0")/.."
./mvnw -q -B -ntp -DskipTests package
./mvnw -q -B -ntp quarkus:build@postgresql dependency:unpack@keycloak \
  dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile=target/test-classpath.txt
exec java -Dquarkus.datasource.db-kind=postgresql -Djava.util.logging.manager=org.jboss.logmanager.LogManager \
  -cp "target/test-classes:target/classes:$(cat target/test-classpath.txt)" org.ronda.production.Production
