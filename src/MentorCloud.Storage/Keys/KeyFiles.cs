using MentorCloud.Contracts.Keys;
using MentorCloud.Storage.Failures;
using MentorCloud.Storage.Hosting;
using Microsoft.Extensions.Options;

namespace MentorCloud.Storage.Keys;

/// <summary>Files of 32 random bytes that operators' commands name: a new master key, a key for the way of a tenant.</summary>
public static class KeyFiles
{
    /// <summary>A master key in a file.</summary>
    /// <param name="file">Outside the data folder.</param>
    /// <param name="dataFolder">The data folder.</param>
    /// <param name="make">Whether to make it when it is missing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The key.</returns>
    /// <exception cref="MasterKeyException">The file is missing, lies in the data folder, can be read by others, or does not hold 32 bytes.</exception>
    public static async Task<IMasterKey> MasterKeyAsync(string file, string dataFolder, bool make, CancellationToken cancellationToken)
    {
        var options = new StorageOptions { MasterKeyFile = file, DataFolder = dataFolder };
        var key = new FileMasterKey(Options.Create(options));
        await key.CheckAsync(keysExist: !make, cancellationToken);
        return key;
    }

    /// <summary>The bytes of a key file.</summary>
    /// <param name="file">The file, readable by its owner alone.</param>
    /// <param name="make">Whether to make it when it is missing.</param>
    /// <returns>32 bytes.</returns>
    /// <exception cref="MasterKeyException">The file is missing, can be read by others, or does not hold 32 bytes.</exception>
    public static byte[] Read(string file, bool make)
    {
        if (make && !File.Exists(file)) MasterKeyFile.Make(file);
        return MasterKeyFile.Read(file);
    }
}
