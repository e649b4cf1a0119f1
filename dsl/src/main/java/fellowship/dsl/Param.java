package fellowship.dsl;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a typed variable a parameter of the script, given with {@code -p name=value}. Its type is {@code String},
 * {@code int}, {@code long}, {@code double}, {@code boolean} or {@code Path}; its default is a literal.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.LOCAL_VARIABLE)
public @interface Param {

    /** What it is for, in one sentence. */
    String help() default "";

    /** The least value, for numbers. */
    double min() default Double.NEGATIVE_INFINITY;

    /** The greatest value, for numbers. */
    double max() default Double.POSITIVE_INFINITY;

    /** The values it may take. */
    String[] oneOf() default {};
}
