package org.ronda.kernel;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;

/**
 * Reads an image and writes it anew, upright and at most 2,400 pixels wide or high: place, camera, comments and whatever
 * was hidden in it are gone.
 */
final class Picture {
    private static final int LARGEST_SIDE = 2400;
    private static final long MOST_PIXELS = 100_000_000L;
    private static final long MOST_PIXELS_IN_SCANS = 25_000_000L;
    private static final int MOST_SCANS = 30;
    private static final float QUALITY = 0.85f;

    private Picture() {}

    /** @param isPhoto whether it is written as a JPEG, without transparency */
    static Upload rewritten(String field, String typedName, byte[] content, boolean isPhoto) {
        int scans = isPhoto ? Scans.in(content) : 1;
        if (scans > MOST_SCANS) {
            throw StoredFiles.refused(field, KernelMessages::file_image_broken);
        }
        long most = scans > 1 ? MOST_PIXELS_IN_SCANS : MOST_PIXELS;
        BufferedImage image = drawn(read(field, content, most), isPhoto ? Orientation.of(content) : 1, isPhoto);
        return Upload.image(typedName, isPhoto, written(image, isPhoto), image.getWidth(), image.getHeight());
    }

    /** One at a time: a small file can unfold to a hundred megabytes. */
    private static synchronized BufferedImage read(String field, byte[] content, long mostPixels) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw StoredFiles.refused(field, KernelMessages::file_image_broken);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                long width = reader.getWidth(0);
                long height = reader.getHeight(0);
                if (width * height > mostPixels) {
                    throw StoredFiles.refused(field, KernelMessages::file_image_pixels);
                }
                // leaves pixels out while reading, so that no image takes more memory than twice the largest side
                int step = (int) Math.max(1, Math.max(width, height) / LARGEST_SIDE);
                ImageReadParam param = reader.getDefaultReadParam();
                param.setSourceSubsampling(step, step, 0, 0);
                return reader.read(0, param);
            } finally {
                reader.dispose();
            }
        } catch (IOException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | NegativeArraySizeException broken) {
            throw StoredFiles.refused(field, KernelMessages::file_image_broken);
        }
    }

    private static BufferedImage drawn(BufferedImage image, int orientation, boolean isPhoto) {
        double scale = Math.min(1, (double) LARGEST_SIDE / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        boolean isTurned = orientation >= 5;
        BufferedImage upright = new BufferedImage(
                isTurned ? height : width,
                isTurned ? width : height,
                isPhoto ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = upright.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        if (isPhoto) {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, upright.getWidth(), upright.getHeight());
        }
        pen.transform(Orientation.upright(orientation, width, height));
        pen.drawImage(
                image,
                AffineTransform.getScaleInstance(
                        (double) width / image.getWidth(), (double) height / image.getHeight()),
                null);
        pen.dispose();
        return upright;
    }

    private static byte[] written(BufferedImage image, boolean isPhoto) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer =
                ImageIO.getImageWritersByFormatName(isPhoto ? "jpeg" : "png").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (isPhoto) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
