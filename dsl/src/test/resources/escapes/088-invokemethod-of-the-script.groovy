// metaclass: tries invokeMethod of the script.
invokeMethod('evaluate', ['new File("@FILE@").createNewFile()'] as Object[])
