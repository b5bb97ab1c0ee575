using System.Data.Common;
using System.Globalization;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Criteres;

namespace Xemelios.Query.Recherches;

/// <summary>The rows that a search finds, as a relation from which pages, totals, groups and exports read.</summary>
internal abstract class Perspective : IDisposable
{
    private readonly Sujet _sujet;
    private bool? _naturesParStatut;

    protected Perspective(Sujet sujet, DbConnection connexion, Perimetre perimetre, Condition condition)
    {
        _sujet = sujet;
        (Connexion, Perimetre) = (connexion, perimetre);
        if (sujet != Sujet.Repartition)
            QuestionsNominatives.Autoriser(perimetre);
        foreach (var critere in Colonnes.Criteres(condition))
            perimetre.Exiger(critere.Protege, critere.Libelle);
        Usages = LireUsages(condition);
        Sql = new SqlDeCriteres(sujet, Usages, perimetre.Visibles);
    }

    protected DbConnection Connexion { get; }

    protected Perimetre Perimetre { get; }

    protected UsagesDesFichiers Usages { get; }

    protected SqlDeCriteres Sql { get; }

    /// <summary>Some rubrique has a nature that depends on the statut.</summary>
    public bool NaturesParStatut => _naturesParStatut ??=
        new Requete(Connexion, Perimetre, "SELECT EXISTS (SELECT 1 FROM passage_en_vigueur WHERE statut <> '')").Lire(r => r.Booleen())[0];

    /// <summary>The key of a row, by which a page is read again whole.</summary>
    public abstract string Cle { get; }

    /// <summary>The order when none is asked for; it also decides between equals.</summary>
    public abstract IReadOnlyList<string> OrdreParDefaut { get; }

    /// <summary>What the default order goes by first, when the rows of one value stand together in the table: a page is then looked for
    /// among these alone. Null when there is none.</summary>
    public virtual string? Partage => null;

    /// <summary>Relations that the default order needs.</summary>
    public virtual IReadOnlyList<string> AvecParDefaut => [];

    /// <summary>Where a row leads: columns (empreinte, ordre, position) of the bulletin; without a bulletin, criteria and nothing else.</summary>
    public abstract (string Sql, string[] Avec) Adresse { get; }

    /// <summary>Relations before the statement, from ", " on, and the FROM clause with what some columns need.</summary>
    /// <param name="cles">The rows of a page; null for all that answer.</param>
    public abstract (string Prealables, string Origine) Relations(IReadOnlyCollection<string> avec, IReadOnlyCollection<long[]>? cles = null);

    /// <summary>The column of this key, by which rows may be sorted or grouped.</summary>
    /// <exception cref="CritereInconnuException">there is none.</exception>
    /// <exception cref="DonneeMasqueeException">the reader may not see it.</exception>
    public Colonne Trier(string cle)
    {
        var colonne = Colonnes.Trouver(_sujet, cle);
        Perimetre.Exiger(colonne.Protege, colonne.Titre);
        return colonne;
    }

    /// <summary>Lets go of what was kept on the connection.</summary>
    public virtual void Dispose()
    {
    }

    /// <summary>A statement with the values that the conditions bind.</summary>
    public Requete Demander(string sql)
    {
        var requete = new Requete(Connexion, Perimetre, sql);
        foreach (var (nom, valeur) in Sql.Valeurs)
            requete.Avec(nom, valeur);
        return requete;
    }

    public static Perspective De(Sujet sujet, DbConnection connexion, Perimetre perimetre, Condition condition) => sujet switch
    {
        Sujet.Bulletins => new PerspectiveDesBulletins(connexion, perimetre, condition),
        Sujet.Lignes => new PerspectiveDesLignes(connexion, perimetre, condition),
        _ => new PerspectiveDeRepartition(connexion, perimetre, condition),
    };

    /// <summary>Keys that stand in the text are looked for while the table is scanned, contrary to bound ones.</summary>
    internal static string Enumerer(IEnumerable<long> cles) =>
        string.Join(", ", cles.Distinct().Order().Select(c => c.ToString(CultureInfo.InvariantCulture)).DefaultIfEmpty("-1"));

    private UsagesDesFichiers LireUsages(Condition condition)
    {
        var surLignes = _sujet == Sujet.Lignes || (_sujet == Sujet.Bulletins && Colonnes.Criteres(condition).Any(c => c.SurLigne));
        if (!surLignes)
            return new UsagesDesFichiers(false, false);
        var retournes = new Requete(Connexion, Perimetre, "SELECT EXISTS (SELECT 1 FROM convention WHERE signe = -1)").Lire(r => r.Booleen())[0];
        return new UsagesDesFichiers(retournes, NaturesParStatut);
    }
}
