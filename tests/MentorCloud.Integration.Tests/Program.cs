using MentorCloud.Integration.Tests.Crash;
using MentorCloud.Integration.Tests.Kill;
using MentorCloud.Integration.Tests.Processes;
using MentorCloud.Integration.Tests.States;
using MentorCloud.Testing.Durability;

// The test runner, unless one of the commands of the durability tests is named:
//   worker FOLDER ...      the process that is killed
//   erasure FOLDER ...     the process that is killed amid an erasure
//   held ARGUMENTS         the program, held amid the import of a roster
//   crash [--cycles N]     N kills at random moments and at every crash point (default 500)
//   faults [--through N]   the nth write, then the nth sync fails, then the disk is full from the nth write on, for n from
//                          1 to N (default 60) or until no fault is met; then the power is cut --cuts times (default N)
//   states FILE            writes a grain of every kind as the present program stores it: the archive of a release
return args switch
{
    ["worker", .. var rest] => await CrashWorker.RunAsync(rest),
    ["erasure", .. var rest] => await ErasureWorker.RunAsync(rest),
    ["held", .. var rest] => await HeldProgram.RunAsync(rest),
    ["crash", .. var options] => await CrashCommand.CrashAsync(options, CrashTests.Points),
    ["states", var file] => await StatesAsync(file),
    ["faults", .. var options] => await CrashCommand.FaultsAsync(options),
    _ => await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args),
};

static async Task<int> StatesAsync(string file)
{
    Console.WriteLine(string.Join(' ', await StateArchive.WriteAsync(file)));
    return 0;
}
