brevier serve --source nowhere --port 0
