// threads and hooks: tries a timer.
new Timer().schedule({ new File('@FILE@').createNewFile() } as TimerTask, 0)
