package io.subsidyrules.admission;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says what kind of work an operation is, where it is not an evaluation. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Admitted {

    /** The kind. */
    Work value();

    /** The kind where a letter is asked for, text or HTML. */
    Work letter() default Work.READING;
}
