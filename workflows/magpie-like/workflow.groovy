about 'A model plays the user on seed topics; new and good questions are answered several times, scored and paired.'

@Param(help = 'JSONL with id and topic')                            Path topics = 'sample.jsonl'
@Param(help = 'questions for each topic', min = 1, max = 10000)     int questions = 4
@Param(help = 'answers for each question', min = 2, max = 16)       int answers = 5
@Param(help = 'how alike two questions may be', min = 0.1, max = 1) double alike = 0.7
@Param(help = 'least quality of a question', min = 1, max = 5)      int quality = 4
@Param(help = 'temperature of the user', min = 0, max = 2)          double userTemperature = 1
@Param(help = 'temperature of the answers', min = 0, max = 2)       double answerTemperature = 0.8
@Param(help = 'longest answer in tokens', min = 32, max = 8192)     int longest = 2048

record Topic(String id, String topic) {}
record Asked(String id, String topic, String prompt) {}
record Grade(String intent, @Range(min = 1, max = 5) int clear) {}
record Graded(String id, String topic, String prompt, String intent, int clear) {}

def user = agent('user') { model 'self'; temperature userTemperature; system file('user.prompt.md'); prompt 'Write your first message to the assistant.' }
def grader = agent('grader', Grade) { model 'judge'; temperature 0; prompt file('grade.prompt.md') }
def assistant = agent('assistant') { model 'self'; temperature answerTemperature; maxTokens longest; prompt '{{prompt}}' }
def scorer = judge('scorer') { model 'judge'; temperature 0; scoringAlone() }

def asked = read(Topic, topics).ask(samples: questions, into: 'prompt', Asked, user)

// What is asked already, breaks off or is unclear is not answered.
def good = asked.gates('prompt') { whole(); residue() }.dedupe(near: alike) { it.prompt }.ask(Graded, grader).where { it.clear >= quality }

def scored = good.generate(samples: answers, assistant).gates { whole(); residue() }.score(scorer)

asked.into jsonl('asked')
good.into jsonl('questions', by: 'topic')
scored.choose(best).into sft('exchanges')
scored.pairs(chosen: best, rejected: worst).into dpo('pairs')
