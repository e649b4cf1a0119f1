// metaclass: tries the owner of a block.
record Task(String id, String prompt) {}
agent('a') { owner.binding.setVariable('x', 1); prompt 'x' }
