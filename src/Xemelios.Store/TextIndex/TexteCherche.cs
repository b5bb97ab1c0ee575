using Microsoft.Data.Sqlite;

namespace Xemelios.Store.TextIndex;

/// <summary>What somebody typed, as words and phrases spelled the way the index spells them.</summary>
/// <remarks>FTS5 cuts and folds the text itself, in a temporary table: whatever the tokenizer does to documents, it does to
/// questions. Nothing of what was typed reaches the FTS5 query language but words that this tokenizer yielded.</remarks>
internal sealed record TexteCherche(IReadOnlyList<Critere> Criteres)
{
    /// <summary>Characters that are read; whoever pastes a page gets the matches of its beginning.</summary>
    public const int LongueurLue = 1_000;

    private const string CreerLaSaisie = $"""
        CREATE VIRTUAL TABLE temp.saisie USING fts5(texte, tokenize = '{IndexSchema.Tokenizer}');
        CREATE VIRTUAL TABLE temp.mots_saisis USING fts5vocab(temp, saisie, instance);
        """;

    /// <summary>Reads the text with the tokenizer of the connection, which must be of one use: it gets a temporary table.</summary>
    public static TexteCherche Lire(SqliteConnection connexion, string texte)
    {
        var parties = TexteIndexable.Normaliser(texte.Length > LongueurLue ? texte[..LongueurLue] : texte)
            .Replace('“', '"').Replace('”', '"').Split('"');
        var motsParPartie = Decouper(connexion, parties);
        var dernierePartie = motsParPartie.FindLastIndex(mots => mots.Count > 0);
        var criteres = new List<Critere>();
        for (var i = 0; i < parties.Length; i++)
        {
            // A quote that nothing closes opens nothing.
            if (i % 2 == 1 && i < parties.Length - 1)
                criteres.Add(new Critere.Expression(string.Join(' ', motsParPartie[i])));
            else
                criteres.AddRange(motsParPartie[i].Select((mot, rang) =>
                    new Critere.Mot(mot, EstDernier: i == dernierePartie && rang == motsParPartie[i].Count - 1)));
        }

        return new([.. criteres.Where(critere => critere.Texte.Length > 0).Distinct()]);
    }

    private static List<List<string>> Decouper(SqliteConnection connexion, string[] parties)
    {
        using var commande = connexion.CreateCommand();
        commande.CommandText = CreerLaSaisie;
        commande.ExecuteNonQuery();

        commande.CommandText = "INSERT INTO temp.saisie(rowid, texte) VALUES ($rang, $texte)";
        var rang = commande.Parameters.Add("$rang", SqliteType.Integer);
        var texte = commande.Parameters.Add("$texte", SqliteType.Text);
        for (var i = 0; i < parties.Length; i++)
        {
            (rang.Value, texte.Value) = (i, parties[i]);
            commande.ExecuteNonQuery();
        }

        var mots = parties.Select(_ => new List<string>()).ToList();
        commande.Parameters.Clear();
        commande.CommandText = """SELECT doc, term FROM temp.mots_saisis ORDER BY doc, "offset" """;
        using var lecteur = commande.ExecuteReader();
        while (lecteur.Read())
            mots[lecteur.GetInt32(0)].Add(lecteur.GetString(1));
        return mots;
    }
}

/// <summary>Something that a document must hold.</summary>
internal abstract record Critere(string Texte)
{
    /// <summary>Words that stand side by side, exactly as quoted.</summary>
    internal sealed record Expression(string Texte) : Critere(Texte);

    /// <summary>One word; the last one typed may be unfinished.</summary>
    internal sealed record Mot(string Texte, bool EstDernier) : Critere(Texte)
    {
        private const int LettresPourUneFaute = 5;

        /// <summary>A number: leading zeros may have been left out.</summary>
        public bool EstUnNombre => Texte.All(char.IsAsciiDigit);

        /// <summary>Long enough for a typing error. References with digits are not: their neighbours are other people.</summary>
        public bool AdmetUneFaute => Texte.Length >= LettresPourUneFaute && Texte.All(char.IsLetter);
    }
}
