package fellowship.plan;

/** How the judgments of both orders become one verdict. The names are the words of scripts. */
public enum OrderRule {
    /** A winner only where both orders name it; else a tie. */
    consistent,
    /** Each order counts 1 for whom it names; the sum decides (JudgeBench, arXiv 2410.12784). */
    swapSum,
    /** The mean of all scores of both orders decides (FairEval's balanced position calibration, arXiv 2305.17926). */
    average,
    /** Where the orders differ, the judge is shown both of its judgments and decides (LLMBar, arXiv 2310.07641). */
    synthesise
}
