about 'Prompts are made harder in four rounds, or new ones are made beside them; what adds nothing is taken out, the rest is answered.'

@Param(help = 'JSONL with id and prompt')                           Path prompts = 'sample.jsonl'
@Param(help = 'temperature of the rewriting', min = 0, max = 2)     double evolveTemperature = 1
@Param(help = 'temperature of the answers', min = 0, max = 2)       double answerTemperature = 1
@Param(help = 'fewest words of an answer that apologises', min = 0, max = 1000) int apology = 80
@Param(help = 'longest answer in tokens', min = 32, max = 8192)     int longest = 2048

record Task(String id, String prompt) {}
record One(String id, String prompt, String one) {}
record Two(String id, String prompt, String one, String two) {}
record Three(String id, String prompt, String one, String two, String three) {}
record Four(String id, String prompt, String one, String two, String three, String four) {}
record Five(String id, String prompt, String one, String two, String three, String four, String beside) {}
record Evolved(String id, String before, String prompt) {}
record Gain(String reasons, boolean adds) {}
record Checked(String id, String before, String prompt, String reasons, boolean adds) {}

def constrain = agent('constrain') { model 'evolver'; temperature evolveTemperature; maxTokens longest; prompt file('constrain.prompt.md') }
def deepen = agent('deepen') { model 'evolver'; temperature evolveTemperature; maxTokens longest; prompt file('deepen.prompt.md') }
def concretise = agent('concretise') { model 'evolver'; temperature evolveTemperature; maxTokens longest; prompt file('concretise.prompt.md') }
def reason = agent('reason') { model 'evolver'; temperature evolveTemperature; maxTokens longest; prompt file('reason.prompt.md') }
def breadth = agent('breadth') { model 'evolver'; temperature evolveTemperature; maxTokens longest; prompt file('breadth.prompt.md') }
def eliminator = agent('eliminator', Gain) { model 'evolver'; temperature 0; maxTokens longest; prompt file('gain.prompt.md') }
def writer = agent('writer') { model 'writer'; temperature answerTemperature; maxTokens longest; prompt '{{prompt}}' }

// Each round starts from what the last one made; in-breadth evolving starts from the prompt.
def evolved = read(Task, prompts).ask(One, constrain).ask(Two, deepen).ask(Three, concretise).ask(Four, reason).ask(Five, breadth)
        .explode(Evolved) { [new Evolved(it.id + '-1', it.prompt, it.one), new Evolved(it.id + '-2', it.one, it.two),
            new Evolved(it.id + '-3', it.two, it.three), new Evolved(it.id + '-4', it.three, it.four), new Evolved(it.id + '-b', it.prompt, it.beside)] }

// What is taken out: prompts that add nothing or speak of rewriting, and answers that are a short apology or no words.
def kept = evolved.where { !holds(it.prompt, 'given prompt') && !holds(it.prompt, 'rewritten prompt') }
        .ask(Checked, eliminator).where { it.adds }
        .generate(writer).where { !holds(it.first.text, 'sorry') || words(it.first.text) >= apology }.where { words(it.first.text) > 0 }

kept.into sft('evolved')
evolved.into jsonl('rounds')
