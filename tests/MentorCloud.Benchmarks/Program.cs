using MentorCloud.Benchmarks;

return await BenchmarkArea.RunAsync(args);
