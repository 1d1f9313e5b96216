package org.ronda.kernel;

import io.quarkus.qute.TemplateData;

/** One option of a select, or one pill: what is sent, and what is read. */
@TemplateData
public record Option(String value, String label) {}
