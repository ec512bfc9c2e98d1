using MentorCloud.GrainRuntime;
using MentorCloud.GrainStorage.Tests.Crash;
using MentorCloud.GrainStorage.Tests.History;

// The test runner, unless one of the commands of the durability tests is named:
//   worker FOLDER ...      the process that is killed
//   registers FOLDER       the process that is killed under the histories' callers
//   crash [--cycles N]     N kills at random moments and at every crash point (default 500)
//   faults [--through N]   the nth write, then the nth sync fails, then the disk is full from the nth write on, for n from
//                          1 to N (default 60) or until no fault is met; then the power is cut --cuts times (default N)
return args switch
{
    ["worker", .. var rest] => await CrashWorker.RunAsync(rest),
    ["registers", var folder] => await RegisterWorker.RunAsync(folder),
    ["crash", .. var options] => await CrashCommand.CrashAsync(options, CrashPoint.All),
    ["faults", .. var options] => await CrashCommand.FaultsAsync(options),
    _ => await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args),
};
