about 'Three annotators rate both answers on five attributes from 0 to 4 and say how strongly one is preferred, from -3 to 3.'

@Param(help = 'JSONL with id, prompt, a and b')                            Path items = 'sample.jsonl'
@Param(help = 'widest spread of the annotators to keep', min = 0, max = 6) int spread = 2
@Param(help = 'temperature of the annotators', min = 0, max = 2)           double annotatorTemperature = 0
@Param(help = 'longest annotation in tokens', min = 32, max = 8192)        int longest = 1024

record Item(String id, String prompt, String a, String b) {}
record Both(String id, String prompt, String a, String b, String both) {}
record Rating(String reasons, @Range(min = 0, max = 4) int helpfulness, @Range(min = 0, max = 4) int correctness,
        @Range(min = 0, max = 4) int coherence, @Range(min = 0, max = 4) int complexity, @Range(min = 0, max = 4) int verbosity) {}
record Opinion(String justification, @Range(min = -3, max = 3) int strength) {}
record Rated(String id, String prompt, String response, List<Integer> helpfulness, List<Integer> correctness,
        List<Integer> coherence, List<Integer> complexity, List<Integer> verbosity) {}
record Preferred(String id, String prompt, String response_1, String response_2, List<Integer> strengths, double preference_strength) {}
record Preference(String id, String prompt, String chosen, String rejected) {}

def rateA = agent('rate-a', Rating) { model 'annotator-a'; temperature annotatorTemperature; maxTokens longest; prompt file('rate.prompt.md') }
def rateB = agent('rate-b', Rating) { model 'annotator-b'; temperature annotatorTemperature; maxTokens longest; prompt file('rate.prompt.md') }
def rateC = agent('rate-c', Rating) { model 'annotator-c'; temperature annotatorTemperature; maxTokens longest; prompt file('rate.prompt.md') }
def preferA = agent('prefer-a', Opinion) { model 'annotator-a'; temperature annotatorTemperature; maxTokens longest; prompt file('prefer.prompt.md') }
def preferB = agent('prefer-b', Opinion) { model 'annotator-b'; temperature annotatorTemperature; maxTokens longest; prompt file('prefer.prompt.md') }
def preferC = agent('prefer-c', Opinion) { model 'annotator-c'; temperature annotatorTemperature; maxTokens longest; prompt file('prefer.prompt.md') }

def pairs = read(Item, items)
def rated = pairs.drafts('a', 'b').review(rateA, rateB, rateC)
        .explode(Rated) { row -> row.drafts.collect { draft -> new Rated(row.task.id, row.task.prompt, draft.text,
            draft.critiques.collect { (int) it.fields.helpfulness }, draft.critiques.collect { (int) it.fields.correctness },
            draft.critiques.collect { (int) it.fields.coherence }, draft.critiques.collect { (int) it.fields.complexity },
            draft.critiques.collect { (int) it.fields.verbosity }) } }
rated.where { it.helpfulness.max() - it.helpfulness.min() <= spread }.into jsonl('ratings')

// Both answers stand in one text, so that three annotators can say what they think of the two.
def preferred = pairs.map(Both) { new Both(it.id, it.prompt, it.a, it.b, "<first>\n${it.a}\n</first>\n\n<second>\n${it.b}\n</second>") }
        .drafts('both').review(preferA, preferB, preferC)
        .map(Preferred) { row ->
            def strengths = row.first.critiques.collect { (int) it.fields.strength }
            new Preferred(row.task.id, row.task.prompt, row.task.a, row.task.b, strengths, mean(strengths))
        }.where { it.strengths.max() - it.strengths.min() <= spread }
preferred.into jsonl('preferences')
preferred.where { it.preference_strength != 0 }.map(Preference) {
    it.preference_strength < 0 ? new Preference(it.id, it.prompt, it.response_1, it.response_2) : new Preference(it.id, it.prompt, it.response_2, it.response_1)
}.into dpo('pairs')
