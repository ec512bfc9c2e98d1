using MentorCloud.GraphQL.Tests.Fuzz;

// The test runner, unless a command is named:
//   fuzz [--documents N] [--requests N] [--report FILE]    the long run of the fuzzers (docs/benchmarks/graphql-fuzz.md)
return args switch
{
    ["fuzz", .. var options] => await FuzzCommand.RunAsync(options),
    _ => await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args),
};
