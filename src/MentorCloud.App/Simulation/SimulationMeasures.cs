namespace MentorCloud.App.Simulation;

/// <summary>What a simulation took.</summary>
/// <param name="Seconds">Real time, all in all.</param>
/// <param name="SetUpSeconds">Of it, import and first matching.</param>
/// <param name="CheckSeconds">Of it, the checks.</param>
/// <param name="Grains">What the grain store wrote.</param>
/// <param name="Views">What the view store wrote.</param>
/// <param name="LogLines">Lines logged, searched for confided texts.</param>
/// <param name="Files">Files of the data folder, searched for confided texts.</param>
internal sealed record SimulationMeasures(
    double Seconds, double SetUpSeconds, double CheckSeconds, StoreWrites Grains, StoreWrites Views, long LogLines, int Files);
