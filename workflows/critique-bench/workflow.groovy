about 'A model solves, a critic says whether the answer is right, a third mends it: three abilities, measured apart.'

@Param(help = 'JSONL with id, prompt and solution, a number')      Path problems = 'sample.jsonl'
@Param(help = 'answers for each problem', min = 1, max = 64)       int samples = 4
@Param(help = 'least share of the answers that an answer to be criticised has', min = 0, max = 1) double certainty = 0.25
@Param(help = 'temperature of the answers', min = 0, max = 2)      double answerTemperature = 0.6
@Param(help = 'longest answer in tokens', min = 32, max = 8192)    int longest = 1024

record Problem(String id, String prompt, double solution) {}
record Sampled(String id, String prompt, double solution, String answer, double certainty, String truth) {}
record Critique(String analysis, @OneOf(['correct', 'wrong']) String verdict) {}
record Criticised(String id, String prompt, double solution, String answer, double certainty, String truth, String analysis, String verdict) {}
record Corrected(String id, String prompt, double solution, String answer, double certainty, String truth, String analysis, String verdict, String corrected) {}
record Preference(String id, String prompt, String chosen, String rejected) {}

def solver = agent('solver') { model 'solver'; temperature answerTemperature; maxTokens longest; prompt file('solve.prompt.md') }
def critic = agent('critic', Critique) { model 'critic'; temperature 0; maxTokens longest; prompt file('critic.prompt.md') }
def corrector = agent('corrector') { model 'corrector'; temperature 0; maxTokens longest; prompt file('correct.prompt.md') }

// How sure the solver is: the share of its answers that come to the same number. Each number is criticised once.
def sampled = read(Problem, problems).generate(samples: samples, solver).explode(Sampled) { row ->
    def said = row.drafts.findAll { hasNumber(it.text) }
    said.collect { draft ->
        def same = said.count { number(it.text) == number(draft.text) }
        new Sampled(row.task.id, row.task.prompt, row.task.solution, draft.text, same / (double) row.count,
            number(draft.text) == row.task.solution ? 'correct' : 'wrong')
    }
}.dedupe { it.id + ' ' + number(it.answer) }

// A rare mistake is easy to see; one that the solver makes again and again is not.
def criticised = sampled.where { it.certainty >= certainty }.ask(Criticised, critic)
def corrected = criticised.ask(Corrected, corrector)

criticised.into jsonl('critiques')
corrected.into jsonl('corrections')
corrected.where { it.truth == 'wrong' && hasNumber(it.corrected) && number(it.corrected) == it.solution }
        .map(Preference) { new Preference(it.id, it.prompt, it.corrected, it.answer) }.into dpo('pairs')
