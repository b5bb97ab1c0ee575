using Xemelios.DuckDb;

namespace Xemelios.Store.Tables;

/// <summary>Tells which pay files may have to replace another, for the time of one transaction that adds many.</summary>
/// <remarks>Prepared once. Not for longer: a plan may rest on what the tables held when it was made.</remarks>
internal sealed class VolumesDeMemeNom : IDisposable
{
    private readonly DuckDbCommand _commande;

    public VolumesDeMemeNom(DuckDbConnection connexion)
    {
        _commande = connexion.CreateCommand(
            """
            SELECT EXISTS (
                FROM volume v JOIN employeur e ON e.id = v.employeur
                WHERE e.siret = $siret AND v.periode = $periode AND v.budget = $budget AND v.train = $train
                  AND lower(v.nom) = lower($nom) AND v.remplace_par IS NULL AND NOT v.entete_seul)
            """);
        foreach (var parametre in (ReadOnlySpan<string>)["siret", "periode", "budget", "train", "nom"])
            _commande.Parameters.Add(new DuckDbParameter(parametre, null));
    }

    /// <summary>Whether a stored pay file with bulletins bears this name in this état, and was not replaced.</summary>
    public bool Existe(EtatVise etat, string nom)
    {
        var valeurs = (object[])[etat.Siret, etat.Periode, etat.Budget, etat.Train, nom];
        for (var i = 0; i < valeurs.Length; i++)
            _commande.Parameters[i].Value = valeurs[i];
        return (bool)_commande.ExecuteScalar()!;
    }

    public void Dispose() => _commande.Dispose();
}
