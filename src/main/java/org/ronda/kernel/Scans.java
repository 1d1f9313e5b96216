package org.ronda.kernel;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * In how many scans a JPEG comes. Where there is more than one, as in a progressive one, the decoder keeps the whole
 * picture in memory, outside the heap, and walks it once for each: 6 KB of empty scans cost minutes.
 */
final class Scans {
    private static final int START_OF_SCAN = 0xFFDA;

    private Scans() {}

    /** 1 where the first scan is the whole picture, or where this is no JPEG that can be read. */
    static int in(byte[] jpeg) {
        return isWholeInFirst(jpeg) ? 1 : count(jpeg);
    }

    private static boolean isWholeInFirst(byte[] jpeg) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(jpeg);
            bytes.position(2);
            int parts = 0;
            int marker = bytes.getShort() & 0xFFFF;
            while (hasLength(marker)) {
                int length = bytes.getShort() & 0xFFFF;
                if (marker == START_OF_SCAN) {
                    return parts == (bytes.get() & 0xFF);
                } else if (isFrame(marker)) {
                    // one that is no plain frame, as baseline and extended are, never counts as whole
                    parts = marker <= 0xFFC1 ? bytes.get(bytes.position() + 5) : -1;
                }
                bytes.position(bytes.position() + length - 2);
                marker = bytes.getShort() & 0xFFFF;
            }
            // a decoder reads on past bytes that we would stumble over
            return false;
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException broken) {
            return false;
        }
    }

    /** Those of a small picture inside it count as well. */
    private static int count(byte[] jpeg) {
        int scans = 0;
        for (int i = 1; i < jpeg.length; i++) {
            if (jpeg[i - 1] == (byte) 0xFF && jpeg[i] == (byte) 0xDA) {
                scans++;
            }
        }
        return Math.max(1, scans);
    }

    private static boolean hasLength(int marker) {
        return marker >= 0xFFC0 && marker != 0xFFFF && (marker < 0xFFD0 || marker > 0xFFD9);
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xFFC0 && marker <= 0xFFCF && marker != 0xFFC4 && marker != 0xFFC8 && marker != 0xFFCC;
    }
}
