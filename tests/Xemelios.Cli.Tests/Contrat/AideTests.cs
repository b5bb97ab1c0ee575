using Xemelios.Web.Pages.Aide;

namespace Xemelios.Cli.Tests.Contrat;

/// <summary>The help of the application quotes no command and no option that the command line does not have.</summary>
public sealed class AideTests
{
    private const string Programme = "xemelios";

    [Fact]
    public async Task ChaqueCommandeCiteeParLAideExiste()
    {
        var citees = TextesDAide.Fichiers.Values.SelectMany(f => f.Fragments).Where(f => f.Sorte == SorteDeFragment.Code && f.Texte.StartsWith(Programme + " ", StringComparison.Ordinal))
            .Select(f => f.Texte).Distinct().ToList();

        Assert.True(citees.Count > 10);
        foreach (var citee in citees)
        {
            var mots = citee.Split(' ')[1..].TakeWhile(m => char.IsAsciiLetterLower(m[0])).ToArray();
            var aide = await Commande.ExecuterAsync([.. mots, "--help"]);

            Assert.Equal((citee, 0), (citee, aide.Code));
            // A word that is no command is taken for an argument: the line of usage names the commands alone.
            Assert.Contains(string.Join(' ', mots), aide.Sortie, StringComparison.Ordinal);
            Assert.All(citee.Split(' ').Where(m => m.StartsWith("--", StringComparison.Ordinal)), option => Assert.Contains(option, aide.Sortie, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task ChaqueOptionCiteeSeuleExiste()
    {
        var racine = await Commande.ExecuterAsync("--help");
        var connues = new List<string> { racine.Sortie };
        foreach (var commande in (string[])["importer", "supprimer", "chercher", "servir", "exporter"])
            connues.Add((await Commande.ExecuterAsync(commande, "--help")).Sortie);

        var citees = TextesDAide.Fichiers.Values.SelectMany(f => f.Fragments).Where(f => f.Sorte == SorteDeFragment.Code && f.Texte.StartsWith("--", StringComparison.Ordinal)).Select(f => f.Texte).Distinct();
        Assert.All(citees, option => Assert.Contains(connues, aide => aide.Contains(option, StringComparison.Ordinal)));
    }
}
