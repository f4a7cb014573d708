package io.subsidyrules.hostile;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Sings, by a system property, as soon as anything of it runs: hostile files try to make it. */
public final class Canary {

    /** A constant that compilers copy, so that asking for it does not run this class. */
    static final String SONG = "io.subsidyrules.hostile.canary";

    static {
        sing();
    }

    /** Constructing it is singing. */
    public Canary() {
        sing();
    }

    public static boolean sing() {
        System.setProperty(SONG, "sung");
        return true;
    }

    public static String song() {
        sing();
        return "1.1";
    }

    public static int number() {
        sing();
        return 1;
    }

    public static BigDecimal sum() {
        sing();
        return BigDecimal.ONE;
    }

    public static LocalDate day() {
        sing();
        return LocalDate.EPOCH;
    }

    public static Iterable<Object> songs() {
        sing();
        return java.util.List.of("song");
    }
}
