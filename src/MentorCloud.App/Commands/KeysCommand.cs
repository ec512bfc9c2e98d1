using System.CommandLine;
using System.Security.Cryptography;
using MentorCloud.App.Hosting;
using MentorCloud.Contracts.Directory;
using MentorCloud.Contracts.Keys;
using MentorCloud.Identity.Keys;
using MentorCloud.Storage.Keys;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.App.Commands;

/// <summary><c>keys</c>: signing keys, and a new master key.</summary>
internal sealed class KeysCommand
{
    public KeysCommand(IEdition edition) => Command = new Command("keys", "Look after the keys that sign tokens, and the master key.")
    {
        new List(edition).Command,
        new Rotate(edition).Command,
        new Rewrap(edition).Command,
    };

    public Command Command { get; }

    private static string Text(IEnumerable<SigningKeyInfo> keys) => string.Join('\n', keys.Select(key => FormattableString.Invariant(
        $"{key.Id}  {(key.SignsNow ? "signs" : "published"),-9}  signs {key.ActiveFrom:yyyy-MM-dd HH:mm}Z to {key.ActiveUntil:yyyy-MM-dd HH:mm}Z, published until {key.ForgottenAt:yyyy-MM-dd HH:mm}Z")));

    private sealed class List(IEdition edition)
        : OperatorCommand(edition, "list", "List the keys that tokens are signed and checked by, while the server runs or while it is stopped.")
    {
        protected override async Task<int> RunAsync(ParseResult parsed, MentorCloudOptions options, CancellationToken cancellationToken)
        {
            await using var stores = Stores(options);
            var keys = await stores.GetRequiredService<ISigningKeyRing>().ListAsync(cancellationToken);
            Answer(parsed, keys, Text(keys));
            return ExitCodes.Done;
        }
    }

    private sealed class Rotate(IEdition edition)
        : OperatorCommand(edition, "rotate", "Let a new key sign tokens from now on. Tokens in use stay good; a running server follows within a minute.")
    {
        protected override async Task<int> RunAsync(ParseResult parsed, MentorCloudOptions options, CancellationToken cancellationToken)
        {
            await using var stores = Stores(options);
            var ring = stores.GetRequiredService<ISigningKeyRing>();
            await ring.RotateAsync(cancellationToken);
            var keys = await ring.ListAsync(cancellationToken);
            Answer(parsed, keys, Text(keys));
            return ExitCodes.Done;
        }
    }

    private sealed class Rewrap : OperatorCommand
    {
        private readonly Option<FileInfo> newKey = new("--new-master-key") { Description = "The new master key's file, made when missing; outside the data folder.", Required = true };

        public Rewrap(IEdition edition)
            : base(edition, "rewrap", "Wrap every key by a new master key, while the server is stopped. A run that was cut off is repeated with the same options.")
        {
                Command.Add(newKey);
        }

        protected override async Task<int> RunAsync(ParseResult parsed, MentorCloudOptions options, CancellationToken cancellationToken)
        {
            var file = parsed.GetValue(newKey)!.FullName;
            await using var stores = Stores(options, withGrains: true);
            // No server runs meanwhile.
            await stores.GetRequiredService<IGrainTransfer>().OpenAsync(cancellationToken);
            var before = await KeyFiles.MasterKeyAsync(options.MasterKeyPath, options.DataFolder, make: false, cancellationToken);
            var after = await KeyFiles.MasterKeyAsync(file, options.DataFolder, make: true, cancellationToken);
            var count = await RewrapAsync(stores, before, after, cancellationToken);
            Answer(parsed, new { wrappedAnew = count, masterKey = file }, $"{count} keys were wrapped anew. Start with --master-key {file} from now on. Backups from before need the old key: keep it as long as you keep them.");
            return ExitCodes.Done;
        }

        private static async Task<int> RewrapAsync(ServiceProvider stores, IMasterKey before, IMasterKey after, CancellationToken cancellationToken)
        {
            try
            {
                var count = 0;
                foreach (var store in stores.GetServices<IMasterKeyChange>())
                {
                    count += await store.RewrapAsync(before, after, cancellationToken);
                }

                return count;
            }
            catch (CryptographicException)
            {
                throw new OperatorException(ExitCodes.MasterKey, "A key opens by neither of the two master keys. Name the right one by --master-key; nothing more was changed.");
            }
        }
    }
}
