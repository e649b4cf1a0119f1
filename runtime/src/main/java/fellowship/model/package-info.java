/** Models: providers behind one interface, and the wrappers that every call goes through. */
@NullMarked
package fellowship.model;

import org.jspecify.annotations.NullMarked;
