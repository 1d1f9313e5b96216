package org.ronda.process;

/** How much influence is promised to the public: IAP2 Spectrum of Public Participation, https://iap2.org. */
public enum Influence {
    INFORM,
    CONSULT,
    INVOLVE,
    COLLABORATE,
    EMPOWER
}
