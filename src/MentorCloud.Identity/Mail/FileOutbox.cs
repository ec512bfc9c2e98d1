using System.Text;
using MentorCloud.Contracts.Accounts;
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
        var text = $"To: {mail.To}\r\nSubject: {mail.Subject}\r\nDate: {now:R}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{mail.Text}\r\n";
        var target = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            target.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var file = new FileStream(Path.Combine(folder, $"{Guid.CreateVersion7(now):N}.eml"), target);
        await file.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
    }

    public async Task ForgetAsync(string address, CancellationToken cancellationToken)
    {
        foreach (var file in Directory.Exists(Folder) ? Directory.GetFiles(Folder, Mails) : [])
        {
            await using var mail = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(mail);
            if (await reader.ReadLineAsync(cancellationToken) == $"To: {address}")
            {
                File.Delete(file);
            }
        }
    }
}
