using System.Data.Common;
using Xemelios.Domain.Habilitations;

namespace Xemelios.Query.Justificatifs;

/// <summary>A piece with all its bulletins and mandats; null when there is none inside the perimeter.</summary>
public sealed record PieceQuestion(int Piece)
{
    public FicheDePiece? Executer(DbConnection connexion, Perimetre perimetre) => throw new NotSupportedException();
}
