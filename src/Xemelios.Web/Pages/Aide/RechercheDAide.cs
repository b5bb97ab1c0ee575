namespace Xemelios.Web.Pages.Aide;

/// <summary>A page or a paragraph of the help that answers.</summary>
/// <param name="Sorte">Screen, word or code, as the reader is told.</param>
public sealed record TrouveDansLAide(string Sorte, string Titre, string Adresse, string Extrait);

/// <summary>Finds in the help what holds all of some words.</summary>
public static class RechercheDAide
{
    private const int LongueurDExtrait = 220;
    private const int PoidsDuTitre = 10;
    private static readonly IReadOnlyList<Document> Documents = [.. Tous()];

    /// <summary>The best first; nothing without a word that says something.</summary>
    public static IReadOnlyList<TrouveDansLAide> Chercher(string? texte)
    {
        var mots = MotsDAide.De(texte);
        return mots.Count == 0 ? [] :
        [
            .. Documents.Select(d => (Document: d, Poids: mots.Select(d.Poids).ToList())).Where(d => d.Poids.TrueForAll(p => p > 0))
                .OrderByDescending(d => d.Poids.Sum()).Select(d => d.Document.Repondre(mots)),
        ];
    }

    private static IEnumerable<Document> Tous() =>
    [
        new("Premiers pas", "Premiers pas", TextesDAide.Accueil, EnClair(TextesDAide.PremiersPas)),
        .. TextesDAide.Ecrans.Select(e => new Document("Écran", e.Titre, e.Adresse, EnClair(e.Texte))),
        .. TextesDAide.Termes.Select(t => new Document("Glossaire", t.Nom, t.Adresse, t.Texte.EnClair)),
        .. TextesDAide.ParCode.Values.Select(c => new Document("Code", c.Code, c.Adresse, $"{c.Phrase}\n{c.Texte.EnClair}")),
        .. TextesDAide.ParControle.Values.Select(c => new Document("Contrôle", $"{c.Regle.Code} {c.Regle.Fiche.Titre}", c.Adresse, c.Texte.EnClair)),
        new("Raccourcis", "Raccourcis clavier", TextesDAide.Raccourcis, EnClair(TextesDAide.Fichiers["raccourcis"])),
    ];

    private static string EnClair(FichierDAide fichier) =>
        string.Join('\n', fichier.Sections.Select(s => s.EnClair).Prepend(TexteDAide.EnClair(fichier.Introduction)));

    private sealed record Document(string Sorte, string Titre, string Adresse, string Texte)
    {
        private readonly IReadOnlyList<string> _titre = MotsDAide.De(Titre);
        private readonly ILookup<string, string> _texte = MotsDAide.De(Texte).ToLookup(m => m);

        /// <summary>How much it is about a word; 0 when it does not say it.</summary>
        public int Poids(string mot) => (_titre.Any(t => t.StartsWith(mot, StringComparison.Ordinal)) ? PoidsDuTitre : 0)
            + (_texte.Any(t => t.Key.StartsWith(mot, StringComparison.Ordinal)) ? 1 : 0);

        public TrouveDansLAide Repondre(IReadOnlyList<string> mots)
        {
            var lignes = Texte.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            // What the title names is told by its first sentence; else the sentence that holds a word says why it was found.
            var extrait = lignes.FirstOrDefault(l => !Dit(_titre, mots) && Dit(MotsDAide.De(l), mots)) ?? lignes[0];
            return new TrouveDansLAide(Sorte, Titre, Adresse, extrait.Length <= LongueurDExtrait ? extrait : extrait[..LongueurDExtrait].TrimEnd() + "…");
        }

        private static bool Dit(IReadOnlyList<string> texte, IReadOnlyList<string> mots) => texte.Any(m => mots.Any(c => m.StartsWith(c, StringComparison.Ordinal)));
    }
}
