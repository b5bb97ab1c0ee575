using Xemelios.Query.Criteres;

namespace Xemelios.Web.Pages.Recherches;

/// <summary>A condition while it is being edited: a group of others, or one criterion that may lack its value still.</summary>
public sealed class NoeudDeCriteres
{
    public bool EstGroupe { get; init; }

    /// <summary>Whatever it does not find.</summary>
    public bool Nie { get; set; }

    /// <summary>Of a group: one of its members is enough.</summary>
    public bool AuMoinsUn { get; set; }

    /// <summary>Of a group: its members bear on one same line of pay.</summary>
    public bool SurUneLigne { get; init; }

    public List<NoeudDeCriteres> Membres { get; } = [];

    public string Cle { get; set; } = "";

    public Operateur Operateur { get; set; }

    /// <summary>As typed; of « parmi », one value a line.</summary>
    public string Valeur { get; set; } = "";

    /// <summary>The upper bound of « entre ».</summary>
    public string Borne { get; set; } = "";

    /// <summary>The editor's view of a condition: always a group.</summary>
    public static NoeudDeCriteres De(Condition condition) => Noeud(condition) is { EstGroupe: true, Nie: false, SurUneLigne: false } groupe
        ? groupe
        : Groupe([Noeud(condition)]);

    /// <summary>A new criterion, the first operator that makes sense chosen.</summary>
    public static NoeudDeCriteres Nouveau(Critere critere)
    {
        ArgumentNullException.ThrowIfNull(critere);
        return new() { Cle = critere.Cle, Operateur = critere.Operateurs[0] };
    }

    /// <summary>A group of these.</summary>
    public static NoeudDeCriteres Groupe(IEnumerable<NoeudDeCriteres> membres, bool surUneLigne = false, bool auMoinsUn = false)
    {
        var groupe = new NoeudDeCriteres { EstGroupe = true, SurUneLigne = surUneLigne, AuMoinsUn = auMoinsUn };
        groupe.Membres.AddRange(membres);
        return groupe;
    }

    /// <summary>What is asked so far: criteria without their value ask for nothing yet.</summary>
    public Condition EnCondition(Sujet sujet) => Condition(sujet) ?? Query.Criteres.Condition.Tout;

    private Condition? Condition(Sujet sujet)
    {
        var condition = EstGroupe ? GroupeEnCondition(sujet) : TestEnCondition(sujet.Trouver(Cle));
        return condition is not null && Nie ? new Non(condition) : condition;
    }

    private Condition? GroupeEnCondition(Sujet sujet)
    {
        var termes = Membres.Select(m => m.Condition(sujet)).OfType<Condition>().ToList();
        Condition? condition = termes.Count switch { 0 => null, 1 => termes[0], _ => AuMoinsUn ? new Ou(termes) : new Et(termes) };
        return SurUneLigne ? new LigneAvec(condition ?? Query.Criteres.Condition.Tout) : condition;
    }

    private Test? TestEnCondition(Critere? critere)
    {
        if (critere is null)
            return null;
        string[] valeurs = Operateur switch
        {
            Operateur.Vide or Operateur.Renseigne => [],
            Operateur.Entre => [Valeur.Trim(), Borne.Trim()],
            Operateur.Parmi => Valeur.Split(['\n', '\r', ';', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            _ => [Valeur.Trim()],
        };
        var complet = valeurs.All(v => v.Length > 0) && (valeurs.Length > 0 || Operateur.Valeurs() == 0);
        return complet ? new Test(critere, Operateur, valeurs) : null;
    }

    private static NoeudDeCriteres Noeud(Condition condition) => condition switch
    {
        Test test => new()
        {
            Cle = test.Critere.Cle, Operateur = test.Operateur,
            Valeur = test.Operateur == Operateur.Parmi ? string.Join('\n', test.Valeurs) : test.Valeurs is [var premiere, ..] ? premiere : "",
            Borne = test.Operateur == Operateur.Entre ? test.Valeurs[1] : "",
        },
        Non non => Nier(Noeud(non.Terme)),
        LigneAvec { Terme: Et et } => Groupe(et.Termes.Select(Noeud), surUneLigne: true),
        LigneAvec { Terme: Ou ou } => Groupe(ou.Termes.Select(Noeud), surUneLigne: true, auMoinsUn: true),
        LigneAvec ligne => Groupe([Noeud(ligne.Terme)], surUneLigne: true),
        Et et => Groupe(et.Termes.Select(Noeud)),
        Ou ou => Groupe(ou.Termes.Select(Noeud), auMoinsUn: true),
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    private static NoeudDeCriteres Nier(NoeudDeCriteres noeud)
    {
        noeud.Nie = !noeud.Nie;
        return noeud;
    }
}
