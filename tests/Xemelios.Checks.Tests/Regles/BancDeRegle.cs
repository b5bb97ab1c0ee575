using System.Data.Common;
using Xemelios.Checks.Moteur;
using Xemelios.Checks.Parametres;
using Xemelios.Domain.Habilitations;
using Xemelios.DuckDb;
using Xemelios.Query.Matieres;

namespace Xemelios.Checks.Tests.Regles;

/// <summary>The cases of a rule, laid out once, on which changed rules are run one after the other: a connection a month, since its tables are the connection's.</summary>
internal sealed class BancDeRegle : IDisposable
{
    private static readonly Dictionary<string, decimal> SansReglage = [];

    private readonly List<DuckDbConnection> _ouvertes = [];
    private readonly string _attendu;

    public BancDeRegle(DossierDesCas dossier, RegleDePaye regle)
    {
        var matiere = new MatiereDeControle((string)dossier.Attendus[regle.Code]["siret"]!) { Fournies = dossier.Reglages[regle.Code].Tables };
        using var premiere = dossier.Connecter();
        foreach (var (siret, mois) in matiere.Mois(premiere, Perimetre.Complet))
        {
            if (regle.Fiche.Portee != PorteeDeRegle.Periode || _ouvertes.Count == 0)
            {
                _ouvertes.Add(dossier.Connecter());
                TableDesParametres.Poser(_ouvertes[^1], ParametresLegaux.Fournis, 2026);
                matiere.Commencer(_ouvertes[^1], Perimetre.Complet, siret);
            }

            matiere.Ouvrir(_ouvertes[^1], Perimetre.Complet, siret, mois);
        }

        _attendu = Passer(regle);
    }

    /// <summary>The changed rule finds the same, and tells the same number of what it cannot tell.</summary>
    public bool DitPareil(RegleDePaye regle)
    {
        try
        {
            return Passer(regle) == _attendu;
        }
        catch (DbException)
        {
            // A statement that no longer runs is seen by whoever runs it.
            return false;
        }
    }

    public void Dispose() => _ouvertes.ForEach(c => c.Dispose());

    private string Passer(RegleDePaye regle)
    {
        var constats = new List<ConstatDePaye>();
        var bilans = _ouvertes.ConvertAll(c => new PassageDeRegle(c, regle, SansReglage).Executer(constats.Add));
        return string.Join('\n', constats.Select(c => $"{c.Cle} {c.Montant} {c.Message}").Append($"{bilans.Sum(b => b.Testes)} {bilans.Sum(b => b.NonEvaluables.Values.Sum())}"));
    }
}
