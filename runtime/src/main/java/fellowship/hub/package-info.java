/**
 * Publishing a run to a hub of data sets: what is sent, what is checked before, and the hub's HTTP interface. Nothing of a
 * run is changed here, and nothing leaves that the plan of the push does not list.
 */
@NullMarked
package fellowship.hub;

import org.jspecify.annotations.NullMarked;
