about 'A model solves problems, says whether the solutions are right, and corrects them.'

record Problem(String id, String domain, String prompt, String answer) {}
record Solved(String id, String domain, String prompt, String answer, String solution) {}
record Critique(String analysis, @OneOf(['correct', 'wrong']) String verdict) {}
record Criticised(String id, String domain, String prompt, String answer, String solution, String analysis, String verdict) {}
record Corrected(String id, String domain, String prompt, String answer, String solution, String analysis, String verdict, String correction) {}
record Score(String id, String domain, boolean right, boolean saidWrong, boolean found, boolean corrected) {}

def solver = agent('solver') { prompt '{{prompt}}\nEnd with the answer.' }
def critic = agent('critic', Critique) { prompt 'Problem: {{prompt}}\nSolution: {{solution}}\nIs its answer correct or wrong?' }
def corrector = agent('corrector') {
    prompt 'Problem: {{prompt}}\nSolution: {{solution}}\nA critic said: {{analysis}}\nGive the corrected solution; end with the answer.'
}

def scores = read(Problem, 'problems.jsonl')
    .ask(Solved, solver)
    .ask(Criticised, critic)
    .ask(Corrected, corrector)
    .map(Score) {
        def right = holds(it.solution, it.answer)
        def wrong = it.verdict == 'wrong'
        new Score(it.id, it.domain, right, wrong, wrong != right, holds(it.correction, it.answer))
    }
scores.into jsonl('scores', by: 'domain')
