package org.ronda;

import java.lang.management.ManagementFactory;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** Says at the end of each part of the build how long it took, and how long it may take on two cores. */
public class Budget implements TestExecutionListener {
    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        String part = System.getProperty("ronda.part");
        if (part != null) {
            long seconds = ManagementFactory.getRuntimeMXBean().getUptime() / 1000;
            long budget = 60L * Integer.getInteger("ronda.part.minutes");
            System.out.printf(
                    "Duration of %s: %d s of %d s%s%n", part, seconds, budget, seconds > budget ? ", TOO LONG" : "");
        }
    }
}
