/** The demonstration and test worlds, built through the product's own use-cases from readable text files. */
package org.ronda.demo;
