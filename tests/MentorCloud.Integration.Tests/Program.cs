using MentorCloud.Integration.Tests.Crash;
using MentorCloud.Testing.Durability;

// The test runner, unless one of the commands of the durability tests is named:
//   worker FOLDER ...      the process that is killed
//   crash [--cycles N]     N kills at random moments and at every crash point (default 500)
//   faults [--through N]   the nth write, then the nth sync fails, for n from 1 to N (default 60)
return args switch
{
    ["worker", .. var rest] => await CrashWorker.RunAsync(rest),
    ["crash", .. var options] => await CrashCommand.CrashAsync(options, CrashTests.Points),
    ["faults", .. var options] => await CrashCommand.FaultsAsync(options),
    _ => await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args),
};
