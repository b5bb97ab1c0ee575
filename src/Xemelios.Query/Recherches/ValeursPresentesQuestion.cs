using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Criteres;

namespace Xemelios.Query.Recherches;

/// <summary>What a reader can choose for a criterion: the values present, with how many bulletins or lines have each.</summary>
/// <param name="Motif">What the value or its label contains, whatever the accents and the case; empty for all.</param>
/// <param name="Siret">The employer in which to look; null for all that can be seen.</param>
public sealed record ValeursPresentesQuestion(Sujet Sujet, string Critere, string Motif = "", string? Siret = null, int Limite = 200)
{
    /// <summary>The most frequent first; empty when the criterion has no list.</summary>
    /// <exception cref="CritereInconnuException">the criterion does not exist.</exception>
    public IReadOnlyList<ValeurDeFacette> Executer(DbConnection connexion, Perimetre perimetre)
    {
        var critere = Sujet.Trouver(Critere) ?? throw new CritereInconnuException(Critere);
        perimetre.Exiger(critere.Protege, critere.Libelle);
        if (critere.ValeursPresentes is not { } sql || critere.Sensible)
            return [];
        var presentes = sql.Replace("{0}", "($siret::VARCHAR IS NULL OR v.siret = $siret)", StringComparison.Ordinal);
        return new Requete(connexion, perimetre, $"""
            , presente(valeur, libelle, nombre) AS ({presentes})
            SELECT valeur::VARCHAR, min(libelle)::VARCHAR, sum(nombre) FROM presente
            WHERE nullif(trim(valeur::VARCHAR), '') IS NOT NULL
              AND contains(upper(strip_accents(concat_ws(' ', valeur::VARCHAR, libelle::VARCHAR))), upper(strip_accents($motif)))
            GROUP BY valeur ORDER BY sum(nombre) DESC, valeur::VARCHAR LIMIT $limite
            """).Avec("siret", Siret).Avec("motif", Motif).Avec("limite", Limite)
            .Lire(r => new ValeurDeFacette(r.Texte(), r.Texte(), r.Long() ?? 0));
    }
}
