using MentorCloud.GrainStorage.Tests.Crash;

// The test runner, unless one of the commands of the crash tests is named:
//   worker FOLDER ...      the process that is killed
//   crash [--cycles N]     the long run: N kills at random moments and at every crash point (default 500)
return args is ["worker", .. var rest]
    ? await CrashWorker.RunAsync(rest)
    : args is ["crash", .. var options]
        ? await CrashCommand.RunAsync(options)
        : await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
