package io.subsidyrules.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A Java process of its own, in which what a test provokes disturbs no other test. */
public final class Child {

    private Child() {}

    /** What a main class prints in a process with these paths and settings, one line each; its end is waited for. */
    public static List<String> run(String classPath, List<String> settings, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx512m");
        command.addAll(settings);
        command.addAll(List.of("-Dfile.encoding=UTF-8", "-cp", classPath, main.getName()));
        Collections.addAll(command, arguments);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (status != 0) {
                throw new IllegalStateException("The process ended with %d: %s".formatted(status, printed));
            }
            return printed.lines().toList();
        } catch (IOException unexpected) {
            throw new java.io.UncheckedIOException(unexpected);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** All that tests are run with. */
    public static String testClassPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
