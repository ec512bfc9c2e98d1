using System.Text;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Identity.Text;
using Microsoft.Extensions.Options;

namespace MentorCloud.Identity.Mail;

/// <summary>Puts each mail into <c>outbox/</c> of the data folder as one <c>.eml</c> file that only the server's user can read.</summary>
internal sealed class FileOutbox(IOptions<IdentityOptions> options, TimeProvider time) : IAccountMail
{
    private const string Mails = "*.eml";

    private string Folder => Path.Combine(options.Value.DataFolder, "outbox");

    public async Task SendAsync(AccountMail mail, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Folder).FullName;
        var now = time.GetUtcNow();
        var text = MailText.Of(mail, now);
        var target = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            target.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var name = Path.Combine(folder, $"{mail.Id ?? Guid.CreateVersion7(now):N}.eml");
        if (mail.Id is null)
        {
            await WriteAsync(name, target, text, cancellationToken);
        }
        else if (!File.Exists(name))
        {
            await WriteOnceAsync(name, target, text, cancellationToken);
        }
    }

    private static async Task WriteAsync(string name, FileStreamOptions target, string text, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(name, target);
        await file.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
    }

    /// <summary>Whole or not at all: half a mail of this name would keep the whole one away for ever.</summary>
    private static async Task WriteOnceAsync(string name, FileStreamOptions target, string text, CancellationToken cancellationToken)
    {
        var draft = $"{name}.{Secrets.New()}";
        await WriteAsync(draft, target, text, cancellationToken);
        try
        {
            File.Move(draft, name, overwrite: false);
        }
        catch (IOException) when (File.Exists(name))
        {
            File.Delete(draft);
        }
    }

    public async Task ForgetAsync(string address, CancellationToken cancellationToken)
    {
        foreach (var file in Directory.Exists(Folder) ? Directory.GetFiles(Folder, Mails) : [])
        {
            await using var mail = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(mail);
            if (await MailText.IsAboutAsync(reader, address, cancellationToken))
            {
                File.Delete(file);
            }
        }
    }
}
