package io.subsidyrules.rulesets;

import io.subsidyrules.text.Resource;

/** The build of the service: two builds can judge the same rules differently. */
public final class Program {

    private Program() {}

    /** The version and the time of the build. */
    public static String version() {
        return Resource.text(Program.class, "build.txt").strip();
    }
}
