package io.subsidyrules.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.FirstPolicy;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading rules, building them and asking them loads no compiler and defines no class, as a process of its own shows. */
class ClassLoadingTest {

    /** {@code [0.1s][info][class,load] java.lang.Object source: jrt:/java.base} */
    private static final Pattern LOADED = Pattern.compile("\\[.*class,load *\\] (\\S+) source: (.*)");

    /** The front door of all of Drools, and two interfaces of its class loader; they lead to a compiler, but are none. */
    private static final Set<String> NO_COMPILERS = Set.of(
            "org.drools.compiler.kie.builder.impl.InternalKieServices",
            "org.drools.compiler.kie.builder.impl.KieServicesImpl",
            "org.drools.compiler.kie.builder.impl.KieProject",
            "org.kie.memorycompiler.StoreClassLoader",
            "org.kie.memorycompiler.WritableClassLoader");

    private static List<Loaded> loaded = List.of();

    private record Loaded(String name, String source) {

        static Stream<Loaded> of(String line) {
            Matcher matcher = LOADED.matcher(line);
            return matcher.matches() ? Stream.of(new Loaded(matcher.group(1), matcher.group(2))) : Stream.empty();
        }

        /** What the Java platform makes of a lambda, a record, an annotation or a concatenation in compiled code. */
        boolean isOfThePlatform() {
            return name.contains("$$Lambda")
                    || name.contains("$$InjectedInvoker")
                    || name.startsWith("java.lang.String$$StringConcat")
                    || name.startsWith("java.lang.invoke.")
                    || source.equals("__dynamic_proxy__");
        }

        boolean isFromAFile() {
            return source.startsWith("jrt:") || source.startsWith("file:") || source.startsWith("shared objects file");
        }
    }

    @BeforeAll
    static void aFreshProcessReadsBuildsAndAsks() {
        String classPath = String.join(
                System.getProperty("path.separator"),
                "target/classes",
                System.getProperty("main.class.path"),
                "target/test-classes");
        loaded = Child.run(
                        classPath,
                        List.of("-Xlog:class+load"),
                        ClassLoadingMain.class,
                        FirstPolicy.FOLDER.toString(),
                        "src/test/resources/specimen")
                .stream()
                .flatMap(Loaded::of)
                .toList();
        assertThat(loaded).extracting(Loaded::name).contains("io.subsidyrules.engine.Evaluation");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.drools.compiler.",
                "org.drools.model.codegen.",
                "org.drools.mvel",
                "org.drools.drl.",
                "org.drools.ecj.",
                "org.kie.memorycompiler.",
                "org.mvel",
                "org.antlr.",
                "org.eclipse.jdt.",
                "com.github.javaparser.",
                "com.sun.tools.",
                "javax.tools.",
                "javax.script.",
                "jdk.nashorn.",
                "org.objectweb.asm."
            })
    void nothingOfACompilerIsLoaded(String beginning) {
        assertThat(loaded)
                .extracting(Loaded::name)
                .filteredOn(name -> !NO_COMPILERS.contains(name))
                .noneMatch(name -> name.startsWith(beginning));
    }

    @Test
    void noClassIsDefinedButFromAFile() {
        assertThat(loaded)
                .filteredOn(one -> !one.isFromAFile() && !one.isOfThePlatform())
                .isEmpty();
    }
}
