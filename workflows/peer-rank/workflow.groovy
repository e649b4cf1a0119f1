about 'Three models answer, and all three judge every two answers: who writes better weighs more as a judge.'

@Param(help = 'JSONL with id and prompt')                           Path prompts = 'sample.jsonl'
@Param(help = 'temperature of the judges', min = 0, max = 2)        double judgeTemperature = 0
@Param(help = 'longest answer or judgment in tokens', min = 32, max = 8192) int longest = 1024

record Task(String id, String prompt) {}
record Vote(String item, String annotator, String label, String first, String second) {}

def a = agent('a') { model 'peer-a'; maxTokens longest; system 'You are contestant A of three. Answer as well as you can.'; prompt '{{prompt}}' }
def b = agent('b') { model 'peer-b'; maxTokens longest; system 'You are contestant B of three. Answer as well as you can.'; prompt '{{prompt}}' }
def c = agent('c') { model 'peer-c'; maxTokens longest; system 'You are contestant C of three. Answer as well as you can.'; prompt '{{prompt}}' }

def ofA = judge('peer-a') { model 'peer-a'; temperature judgeTemperature; maxTokens longest; directComparison() }
def ofB = judge('peer-b') { model 'peer-b'; temperature judgeTemperature; maxTokens longest; directComparison() }
def ofC = judge('peer-c') { model 'peer-c'; temperature judgeTemperature; maxTokens longest; directComparison() }

// Peers judge their own answers too: what that is worth, their weight tells.
def peers = jury('peers') { jurors ofA, ofB, ofC; settle majority; ownFamily warn }

def tasks = read(Task, prompts)
def ab = tasks.generate(a, b).compare(peers)
def ac = tasks.generate(a, c).compare(peers)
def bc = tasks.generate(b, c).compare(peers)

// The weights need all matches at once: fellowship agree makes them of these votes.
ab.explode(Vote) { row -> row.votes.collect { new Vote(row.item.id + '-ab', it.annotator, it.outcome, 'peer-a', 'peer-b') } }.into jsonl('votes-ab')
ac.explode(Vote) { row -> row.votes.collect { new Vote(row.item.id + '-ac', it.annotator, it.outcome, 'peer-a', 'peer-c') } }.into jsonl('votes-ac')
bc.explode(Vote) { row -> row.votes.collect { new Vote(row.item.id + '-bc', it.annotator, it.outcome, 'peer-b', 'peer-c') } }.into jsonl('votes-bc')

ab.pairs().into dpo('pairs-ab')
ac.pairs().into dpo('pairs-ac')
bc.pairs().into dpo('pairs-bc')
