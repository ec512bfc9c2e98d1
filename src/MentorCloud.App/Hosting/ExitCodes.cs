namespace MentorCloud.App.Hosting;

/// <summary>Exit codes of the program; docs/operations.md tells what to do at each.</summary>
public static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>A bug or something nobody foresaw; the log has it.</summary>
    public const int Failed = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary>The configuration is wrong; the line names the setting.</summary>
    public const int Configuration = 3;

    /// <summary>The data folder cannot be written.</summary>
    public const int FolderUnwritable = 4;

    /// <summary>A database in the data folder is damaged.</summary>
    public const int DataCorrupt = 5;

    /// <summary>Another process holds the data folder.</summary>
    public const int FolderInUse = 6;

    /// <summary>The port is in use.</summary>
    public const int PortInUse = 7;

    /// <summary>The data was written by a newer version.</summary>
    public const int DataTooNew = 8;

    /// <summary>An input file has errors; nothing was imported.</summary>
    public const int InputInvalid = 9;

    /// <summary>The master key is missing or does not fit.</summary>
    public const int MasterKey = 10;

    /// <summary>Stopped by Ctrl-C.</summary>
    public const int Interrupted = 130;
}
