using Xemelios.Domain.Paye;
using Xemelios.DuckDb;

namespace Xemelios.Store.Tables;

/// <summary>The appenders of all the tables that one XHL fills, opened and closed together.</summary>
internal sealed class AjoutsDeVolume(DuckDbConnection connexion) : IDisposable
{
    private readonly List<TableAppender> _tous = [];
    private readonly DuckDbConnection _connexion = connexion;

    public TableAppender Mots => field ??= Ouvrir("mot");

    public TableAppender Rubriques => field ??= Ouvrir("rubrique");

    public TableAppender Modeles => field ??= Ouvrir("modele_de_ligne");

    public TableAppender Volumes => field ??= Ouvrir("volume");

    public TableAppender Etablissements => field ??= Ouvrir("etablissement");

    public TableAppender Agents => field ??= Ouvrir("agent");

    public TableAppender Bulletins => field ??= Ouvrir("paye_individuelle");

    public TableAppender Lignes => field ??= Ouvrir("ligne");

    public TableAppender TotauxDeRubriques => field ??= Ouvrir("total_de_rubrique");

    public TableAppender Nomenclatures => field ??= Ouvrir("nomenclature");

    public TableAppender Descriptions => field ??= Ouvrir("description_de_nomenclature");

    public TableAppender Repartitions => field ??= Ouvrir("repartition");

    public TableAppender Signes => field ??= Ouvrir("signes");

    public TableAppender Identites => field ??= Ouvrir("identite_du_net");

    private TableAppender Nbi => field ??= Ouvrir("nbi");

    private TableAppender Periodes => field ??= Ouvrir("periode_de_paye");

    private TableAppender Evenements => field ??= Ouvrir("evenement");

    private TableAppender RepartitionsBudget => field ??= Ouvrir("repartition_budget");

    private TableAppender Brutes => field ??= Ouvrir("donnee_brute");

    private TableAppender References => field ??= Ouvrir("reference_de_bulletin");

    /// <summary>The lists of one bulletin: NBI, periods, events, budgets, references, raw data.</summary>
    public void DetailsDuBulletin(int id, int employeur, int periode, Bulletin bulletin)
    {
        for (var i = 0; i < bulletin.Nbi.Count; i++)
            Ligne(Nbi, id, i, a => a.Decimal(bulletin.Nbi[i]));
        for (var i = 0; i < bulletin.Periodes.Count; i++)
            Ligne(Periodes, id, i, a => { a.Date(bulletin.Periodes[i].Debut); a.Date(bulletin.Periodes[i].Fin); });
        for (var i = 0; i < bulletin.Evenements.Count; i++)
            Ligne(Evenements, id, i, a => { a.Text(bulletin.Evenements[i].Code); a.Text(bulletin.Evenements[i].Description); });
        for (var i = 0; i < bulletin.RepartitionsBudget.Count; i++)
            Ligne(RepartitionsBudget, id, i, a => RepartitionDuBudget(a, bulletin.RepartitionsBudget[i]));
        for (var i = 0; i < bulletin.Autres.Count; i++)
            Ligne(Brutes, id, i, a => { a.Text(bulletin.Autres[i].Chemin); a.Text(bulletin.Autres[i].Texte); });
        for (var i = 0; i < bulletin.References.Count; i++)
            Ligne(References, id, i, a => Reference(a, employeur, periode, bulletin.References[i]));
    }

    /// <summary>Hands the rows of the tables that give keys to the transaction.</summary>
    public void VerserLesDictionnaires()
    {
        foreach (var ajout in (ReadOnlySpan<TableAppender>)[Mots, Rubriques, Modeles, Agents])
            ajout.Flush();
    }

    /// <summary>Hands all rows to the transaction.</summary>
    public void Fermer()
    {
        foreach (var ajout in _tous)
            ajout.Close();
    }

    public void Dispose()
    {
        foreach (var ajout in _tous)
            ajout.Dispose();
    }

    private static void Ligne(TableAppender ajout, int bulletin, int indice, Action<TableAppender> reste)
    {
        ajout.Int32(bulletin);
        ajout.Int32(indice + 1);
        reste(ajout);
        ajout.EndRow();
    }

    private static void RepartitionDuBudget(TableAppender ajout, RepartitionBudget part)
    {
        ajout.Text(part.CodeBudget);
        ajout.Decimal(part.Taux);
        ajout.Montant(part.Montant);
    }

    private static void Reference(TableAppender ajout, int employeur, int periode, Domain.Justificatifs.ReferenceDePiece reference)
    {
        ajout.Int32(employeur);
        ajout.Int32(periode);
        ajout.Text(reference.Support);
        ajout.Text(reference.IdUnique);
        ajout.Text(reference.Nom);
    }

    private TableAppender Ouvrir(string table)
    {
        var ajout = _connexion.CreateAppender(table);
        _tous.Add(ajout);
        return ajout;
    }
}
