/**
 * Writers and judges that are not models, with strengths and biases that are known: for trying a pipeline or a panel
 * before paying, and for testing what measures judges. {@link fellowship.model.synthetic.SyntheticModel} tells the
 * model; nothing here keeps a state.
 */
@NullMarked
package fellowship.model.synthetic;

import org.jspecify.annotations.NullMarked;
