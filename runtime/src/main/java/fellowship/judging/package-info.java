/**
 * How judges, juries and debates come to a verdict. {@link fellowship.judging.Sheet} is what a judge is shown,
 * {@link fellowship.judging.ReplyForm} how it must reply, {@link fellowship.judging.JudgeCall} one judgment,
 * {@link fellowship.judging.Comparing} one verdict. Nothing here knows of steps; what decides is data of the plan.
 */
@NullMarked
package fellowship.judging;

import org.jspecify.annotations.NullMarked;
