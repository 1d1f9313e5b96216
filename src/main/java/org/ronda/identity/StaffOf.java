package org.ronda.identity;

/** Asked of later rooms: whether somebody has a desk, in whichever process. At most one statement each. */
public interface StaffOf {
    boolean isStaff(long participantId);
}
