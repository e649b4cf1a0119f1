about 'Of several answers to each prompt the one is kept that is best by a measure: a student inherits what is measured.'

@Param(help = 'JSONL with id and prompt')                       Path prompts = 'sample.jsonl'
@Param(help = 'answers for each prompt', min = 2, max = 50)     int samples = 10
@Param(help = 'temperature of the answers', min = 0, max = 2)   double answerTemperature = 1
@Param(help = 'longest answer in tokens', min = 32, max = 8192) int longest = 1024

record Task(String id, String prompt) {}

def teacher = agent('teacher') { model 'teacher'; temperature answerTemperature; maxTokens longest; prompt '{{prompt}}' }
def answers = read(Task, prompts).generate(samples: samples, teacher)

answers.measure('length') { words(it.text) }.choose(best).into sft('longer')
answers.measure('diversity') { mtld(it.text) }.choose(best).into sft('more-diverse')
answers.measure('ease') { readability(it.text) }.choose(best).into sft('easier-to-read')

// The fewest of these words; put your own list here.
answers.measure('hedges') { shareOf(['may', 'might', 'perhaps', 'possibly', 'generally', 'often', 'somewhat'], it.text) }
        .choose(worst).into sft('fewer-hedges')

// What choosing by chance gives, to hold the others against.
answers.choose(random).into sft('random')
