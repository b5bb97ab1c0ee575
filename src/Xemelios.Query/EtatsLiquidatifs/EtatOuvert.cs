using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Bulletins;
using Xemelios.Query.Rapprochements;

namespace Xemelios.Query.EtatsLiquidatifs;

/// <summary>An état with all that its rows are read and named from.</summary>
internal sealed class EtatOuvert
{
    private readonly DossiersDePaye _dossiers;
    private readonly CleDEtat _cle;
    private readonly Dictionary<(SorteDeNomenclature, string), string?> _noms;
    private readonly IReadOnlyDictionary<string, string?> _natures;

    private EtatOuvert(DbConnection connexion, Perimetre perimetre, DemandeDEtat demande)
    {
        _dossiers = DossiersDePaye.Charger(connexion, perimetre, demande.Siret, demande.Mois);
        _cle = _dossiers.Trouver(demande).Cle;
        Rapprochement = _dossiers.Rapprocher(_cle);
        Faits = FaitsDeLiquidation.Lire(connexion, perimetre, _cle);
        var natures = Faits.Rubriques.Select(f => f.Nature).OfType<string>().Distinct().ToList();
        var finJur = new Requete(connexion, perimetre, """
            SELECT EXISTS (SELECT 1 FROM flux_visible f WHERE left(trim(f.id_coll), 9) = left($siret, 9) AND nullif(trim(f.fin_jur), '') IS NOT NULL)
            """).Avec("siret", demande.Siret).Lire(r => r.Booleen())[0];
        Regles = _dossiers.Regles(_cle, finJur, natures);
        Lecture = new LectureDEtat(connexion, perimetre, Faits, Regles);
        _natures = _dossiers.Libelles(_cle.Employeur);
        _noms = Noms(connexion, perimetre);
    }

    public Rapprochement Rapprochement { get; }

    public EtatDePaye Etat => Rapprochement.Etat;

    public FaitsDeLiquidation Faits { get; }

    public ReglesDImputation Regles { get; }

    public LectureDEtat Lecture { get; }

    /// <exception cref="EtatIntrouvableException">nothing answers.</exception>
    /// <exception cref="BudgetAPreciserException">several budgets, none named.</exception>
    public static EtatOuvert Ouvrir(DbConnection connexion, Perimetre perimetre, DemandeDEtat demande) => new(connexion, perimetre, demande);

    /// <summary>The sums of all the lines, without any row.</summary>
    public LigneLiquidee Totaux
    {
        get
        {
            var s = SommesDeLignes.Somme(Faits.Rubriques);
            return new LigneLiquidee(null, null, Etat.Bulletins, Faits.Rubriques.Sum(f => f.Lignes), s.Brut, s.Retenues, s.Cotisations, s.Brut + s.Cotisations)
            {
                Autres = s.Avantages + s.Autres, AvantagesEnNature = s.Avantages, Net = Etat.Net, NetAPayer = Etat.NetAPayer,
            };
        }
    }

    /// <summary>A row as it is answered, named along its last axis.</summary>
    public LigneLiquidee Ligne(RangeeDEtat rangee, AxeDEtat axe)
    {
        var (cle, s) = (rangee.Cles[^1], rangee.Sommes);
        return new LigneLiquidee(cle.Cle, Libelle(axe, cle, rangee.Libelle), rangee.Bulletins, rangee.Lignes, s.Brut, s.Retenues, s.Cotisations, s.Brut + s.Cotisations)
        {
            Categorie = cle.Categorie?.ToString(), Autres = s.Avantages + s.Autres, AvantagesEnNature = s.Avantages, ArrondiPorte = rangee.Arrondi,
            Net = rangee.Declares?.Net, NetAPayer = rangee.Declares?.NetAPayer, Niveau = rangee.Cles.Count,
            Natures = axe is AxeDEtat.Chapitre or AxeDEtat.Fonction ? rangee.Natures : null,
            Matricule = axe == AxeDEtat.Agent ? cle.Cle : null,
            Nom = axe == AxeDEtat.Agent ? rangee.Declares?.Nom : null,
            Prenom = axe == AxeDEtat.Agent ? rangee.Declares?.Prenom : null,
        };
    }

    private string? Libelle(AxeDEtat axe, CleDAxe cle, string? lu) => axe switch
    {
        _ when cle.Cle is null => axe is AxeDEtat.Rubrique or AxeDEtat.Agent ? lu : null,
        AxeDEtat.Nature => _natures.GetValueOrDefault(cle.Cle) ?? _dossiers.RepartitionDe(_cle).Comptes.FirstOrDefault(c => c.Nature == cle.Cle)?.Libelle,
        AxeDEtat.Categorie => cle.Categorie?.Libelle(),
        AxeDEtat.Chapitre => ChapitresDePaye.Libelles.GetValueOrDefault(cle.Cle),
        AxeDEtat.Statut => _noms.GetValueOrDefault((SorteDeNomenclature.Statut, cle.Cle)) ?? LibellesDeStatut.ParDefaut(cle.Cle),
        AxeDEtat.Budget => _noms.GetValueOrDefault((SorteDeNomenclature.Budget, cle.Cle)) ?? (cle.Cle == _cle.Budget ? Etat.BudgetLibelle : null),
        AxeDEtat.Train => _noms.GetValueOrDefault((SorteDeNomenclature.Train, cle.Cle)),
        AxeDEtat.Fonction => null,
        _ => lu,
    };

    // Of the files of the month; the first entry of the first of them.
    private Dictionary<(SorteDeNomenclature, string), string?> Noms(DbConnection connexion, Perimetre perimetre) => new Requete(connexion, perimetre, """
        SELECT n.sorte, CASE WHEN n.sorte = 4 THEN upper(regexp_replace(n.code, '\s', '', 'g')) ELSE trim(n.code) END AS code,
               arg_max(n.libelle, (-n.rang, n.libelle)) AS libelle
        FROM nomenclature n JOIN volume_visible v ON v.contenu = n.contenu
        WHERE v.employeur = $employeur AND v.periode = $periode AND n.sorte IN (4, 6, 7) AND n.code IS NOT NULL AND nullif(trim(n.libelle), '') IS NOT NULL
        GROUP BY ALL
        """).Avec("employeur", _cle.Employeur).Avec("periode", _cle.Periode)
        .Lire(r => (Cle: ((SorteDeNomenclature)r.Entier(), r.TexteSur()), Libelle: r.Texte())).ToDictionary(x => x.Cle, x => x.Libelle);
}
