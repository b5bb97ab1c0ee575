using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.EtatsLiquidatifs;

/// <summary>The états to which some files belong, by their fingerprints: where an import leads.</summary>
public sealed record EtatsDesFichiersQuestion(IReadOnlyCollection<string> Empreintes)
{
    public IReadOnlyList<EtatDeFichiers> Executer(DbConnection connexion, Perimetre perimetre) => new Requete(connexion, perimetre, """
        SELECT v.siret, any_value(v.employeur_nom), nullif(v.budget, ''), v.periode, nullif(v.train, ''), count(*), sum(v.bulletins)
        FROM volume_visible v JOIN contenu c ON c.id = v.contenu
        WHERE list_contains($empreintes, c.empreinte)
        GROUP BY v.siret, v.budget, v.periode, v.train ORDER BY v.siret, v.periode, v.budget, v.train
        """).Avec("empreintes", Empreintes.ToArray())
        .Lire(r => new EtatDeFichiers(r.TexteSur(), r.Texte(), r.Texte(), MoisDePaye.FromCle(r.Entier()), r.Texte(), r.Entier(), r.Entier()));
}

/// <summary>An état, with what some files brought to it.</summary>
/// <param name="Budget">Key of the budget; null without budget.</param>
public sealed record EtatDeFichiers(string Siret, string? Employeur, string? Budget, MoisDePaye Mois, string? Train, int Fichiers, int Bulletins);
