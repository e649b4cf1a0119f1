package fellowship.dataset;

/**
 * How judging went, in samples. A sample that was compared on several branches counts once.
 *
 * @param samples all that came to their end
 * @param compared those that a judge compared
 * @param ties compared ones that were called equal
 * @param flipped compared ones whose judge named another winner when the candidates were exchanged
 * @param undecided compared ones without a readable judgment
 * @param unreadable samples that lost a branch to an answer nobody could read
 */
public record Labels(long samples, long compared, long ties, long flipped, long undecided, long unreadable) {}
